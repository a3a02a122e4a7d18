#!/usr/bin/env node
// npm links a dependency's command but not a project's own: this folder is that dependency, so that `npx wayin` works.
import '../main.ts';
