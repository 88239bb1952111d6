#!/usr/bin/env node
import { nodeHost } from '../dist/src/cli/host.js';
// Starts the program and sets the exit code; nothing else.
import { main } from '../dist/src/cli/main.js';

process.exitCode = await main(process.argv.slice(2), nodeHost());
