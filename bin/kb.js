#!/usr/bin/env node
// Starts the program and sets the exit code; nothing else.
import { main } from '../dist/src/cli/main.js';
import { nodeHost } from '../dist/src/cli/host.js';

process.exitCode = await main(process.argv.slice(2), nodeHost());
