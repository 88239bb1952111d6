// The Eleventy side of the comparison: a small site as its documentation would have it, with a header, navigation and Pagefind's marks.

const layout = `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{ title }} · Banc d'essai</title>
    <meta name="description" content="{{ summary }}">
    <link rel="stylesheet" href="../assets/site.css">
  </head>
  <body>
    <header>
      <a href="../index.html">Banc d'essai</a>
      <nav aria-label="Rubriques">
        <ul>
          <li><a href="../livraison.html">Livraison</a></li>
          <li><a href="../paiement.html">Paiement</a></li>
          <li><a href="../retour.html">Retours</a></li>
        </ul>
      </nav>
    </header>
    <main data-pagefind-body>
      <h1>{{ title }}</h1>
      <p>{{ summary }}</p>
      {{ content | safe }}
    </main>
    <footer data-pagefind-ignore>{{ owner }} · {{ type }} · {{ expires }}</footer>
  </body>
</html>
`;

// Markdown goes straight to markdown-it: running it through a template language first would only slow Eleventy down.
const config = `export default function (eleventy) {
  eleventy.setQuietMode(true);
  eleventy.addPassthroughCopy('assets');
  return { dir: { input: 'content', includes: '../_includes', output: '_site' }, markdownTemplateEngine: false };
}
`;

// A function, because without a template language in the Markdown no permalink is a template either.
const directoryData = `export default { layout: 'layout.njk', permalink: ({ page }) => \`/fr/\${page.fileSlug}.html\` };
`;

/** Files of the site other than its articles, by path. */
export function eleventyFiles() {
  return {
    'package.json': '{ "type": "module", "private": true }\n',
    'eleventy.config.js': config,
    '_includes/layout.njk': layout,
    'assets/site.css': 'main { max-width: 70ch; margin: auto }\n',
    'content/content.11tydata.js': directoryData,
  };
}
