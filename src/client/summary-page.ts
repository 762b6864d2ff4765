import * as vscode from 'vscode'

/** The pane's page: an empty frame that its script fills; nothing from a document is ever part of it. */
export function summaryPage(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = crypto.randomUUID()
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist/summary.js')).toString()
  const style = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist/summary.css')).toString()
  const policy = `default-src 'none'; style-src ${webview.cspSource}; img-src data:; script-src 'nonce-${nonce}'`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${style}">
<title>Stakeholder Summary</title>
</head>
<body>
<header></header>
<main><div id="view" role="tabpanel"></div></main>
<div role="status"></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`
}
