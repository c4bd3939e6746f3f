-- Attaches Neovim's own client to the server, and writes what it got into the file named by RESULT.
local function env(name) return vim.env[name] end

local client = vim.lsp.start_client({
  name = 'incident-docs',
  cmd = { env('NODE'), env('PROGRAM'), 'lsp', '--stdio' },
  root_dir = vim.fn.expand('%:p:h'),
  get_language_id = function() return 'plaintext' end,
})
vim.lsp.buf_attach_client(0, client)
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20)

local document = { textDocument = vim.lsp.util.make_text_document_params(0) }
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, vim.tbl_extend('force', document, params or {}), 10000)
  return answers[client].result
end

local diagnostics = vim.tbl_map(function(found)
  return { line = found.lnum + 1, code = found.user_data and found.user_data.lsp.code or found.code, message = found.message, source = found.source }
end, vim.diagnostic.get(0))
local symbols = ask('textDocument/documentSymbol')

local line = tonumber(env('LINE')) - 1
local range = { start = { line = line, character = 0 }, ['end'] = { line = line, character = 1 } }
local actions = ask('textDocument/codeAction', { range = range, context = { diagnostics = {} } })
for _, action in ipairs(actions) do
  if action.isPreferred then
    vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(client).offset_encoding)
    break
  end
end

local file = io.open(env('RESULT'), 'w')
file:write(vim.json.encode({
  diagnostics = diagnostics,
  symbols = vim.tbl_map(function(symbol) return symbol.name end, symbols[1].children),
  text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n',
}))
file:close()
vim.lsp.stop_client(client)
vim.wait(2000, function() return vim.lsp.client_is_stopped(client) end, 20)
vim.cmd('qall!')
