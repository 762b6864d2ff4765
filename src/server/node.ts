import {createConnection, ProposedFeatures} from 'vscode-languageserver/node'
import {readFileHere} from './files-node.ts'
import {serve} from './server.ts'

serve(createConnection(ProposedFeatures.all), readFileHere)
