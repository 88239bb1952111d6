#!/usr/bin/env node
// Starts the program and sets the exit code; nothing else.
import { nodeHost } from '../dist/program/host.js';
import { main } from '../dist/program/main.js';

process.exitCode = await main(process.argv.slice(2), nodeHost());
