import {globSync} from 'node:fs'
