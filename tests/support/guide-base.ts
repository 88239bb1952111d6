// A knowledge base whose articles are followed as guides: one of 20 nodes, the decision that it links to, one that expires, one with two flowcharts.
import { articleText, baseConfig } from '../serve/small-base.ts';

const refund = `Du premier appel au remboursement, pour toute commande de moins d’un an.

## Décider

\`\`\`mermaid
flowchart TD
  debut[Le client demande un remboursement] --> q1{Commande livrée ?}
  subgraph Livraison
    q2{Date annoncée dépassée ?}
    a1[Ouvrir une enquête]
    q3{Colis retrouvé sous 5 jours ?}
  end
  q1 -->|Non| q2
  q2 -->|Non| f1([Rassurer et rappeler la date])
  q2 -->|Oui| a1
  a1 --> q3
  q3 -->|Oui| f2([Livrer et clore])
  q3 -->|Non| f3([Rembourser en totalité])
  q1 -->|Oui| q4{Que dit le client ?}
  q4 -->|Il a changé d’avis| q5{Moins de 14 jours ?}
  q4 -->|L’article est abîmé| q6{Photos reçues ?}
  q4 -->|Il est débité deux fois| a2[Vérifier le double débit]
  q5 -->|Oui| a3[Envoyer l’étiquette de retour]
  a3 --> f4([Rembourser à réception])
  q5 -->|Non| f5([Refuser en expliquant pourquoi])
  q6 -->|Non| a4[Demander trois photos]
  a4 --> q6
  q6 -->|Oui| f6([Renvoyer l’article])
  a2 --> q7{Double débit confirmé ?}
  q7 -->|Oui| f7([Rembourser le second débit])
  q7 -->|Non| f8([Rassurer sur l’empreinte bancaire])
  click a2 href "double-debit.md"
\`\`\`

## Ouvrir une enquête

1. Relevez le **numéro de suivi** et la date du dernier mouvement.
2. Ouvrez l’enquête dans le portail du transporteur.

### Ce que demande le transporteur

| Pièce | Où la trouver |
|---|---|
| Preuve d’expédition | Fiche commande, onglet Transport |
| Description du contenu | Facture du client |

## Envoyer l’étiquette de retour

Envoyez-la depuis la fiche commande : elle est valable 14 jours. Sinon, voyez l’[escalade](#escalade).

## Refuser en expliquant pourquoi

> « Le délai de rétractation de 14 jours est passé. Voici ce que je peux faire pour vous. »

## Ce qu’il faut dire au client

> « Je m’occupe de votre remboursement. Il arrive sous cinq jours ouvrés sur le moyen de paiement de la commande. »

## Escalade

Au-delà de 500 €, un second agent confirme.

${'Une ligne de plus.\n\n'.repeat(30)}`;

const doubleDebit = `Deux lignes sur le relevé ne font pas toujours deux débits.

\`\`\`mermaid
flowchart TD
  q{Deux lignes au même montant ?} -->|Oui| r[Comparer les dates]
  q -->|Non| f1([Une seule commande débitée])
  r --> f2([Double débit à confirmer])
\`\`\`
`;

const old = `\`\`\`mermaid
flowchart TD
  a{Reçu ?} -->|Oui| b([Clore])
  a -->|Non| c([Attendre])
\`\`\`
`;

const two = `## Guide

Le premier logigramme, puis le second, qui a deux départs.

\`\`\`mermaid
flowchart TD
  a{Un ?} -->|Oui| b([Fin])
  a -->|Non| c([Autre fin])
\`\`\`

\`\`\`mermaid
flowchart TD
  x[Appel du client] --> z([Noter])
  y[Courriel du client] --> z
\`\`\`
`;

/** The base's files, by path. */
export const guideBase: Readonly<Record<string, string>> = {
  'kb.config.yaml': baseConfig,
  'content/rembourser.md': articleText('rembourser', refund, { title: 'Rembourser une commande' }),
  'content/double-debit.md': articleText('double-debit', doubleDebit, {
    title: 'Vérifier un double débit',
    type: 'decision',
  }),
  'content/ancien.md': articleText('ancien', old, {
    title: 'Relancer un colis',
    expires: '2026-11-30',
  }),
  'content/deux.md': articleText('deux', two, { title: 'Deux logigrammes' }),
};
