// One diagram of each kind that Mermaid draws besides flowcharts, by the kind's name.

export const diagramKinds: Readonly<Record<string, string>> = {
  sequence: `sequenceDiagram
  accTitle: Remboursement d'un colis perdu
  accDescr: Le client appelle, l'agent ouvre l'enquête, le transporteur répond
  autonumber
  actor C as Client
  participant A as Agent
  participant T as Transporteur
  C->>+A: Mon colis n'est pas arrivé
  Note right of A: Vérifier l'identité
  A->>T: Ouvrir une enquête
  alt Colis retrouvé
    T-->>A: Date de livraison
  else Colis perdu
    T--xA: Avis de perte
    A-)C: Remboursement sous 3 jours
  end
  loop Chaque jour
    A->>A: Relancer
  end
  rect rgb(200, 220, 255)
  A-->>-C: Clôture
  end`,
  state: `stateDiagram-v2
  [*] --> Brouillon
  Brouillon --> Validé : relecture
  state Validé {
    [*] --> Courant
    Courant --> Échu : la date passe
  }
  Validé --> Archivé
  state choix <<choice>>
  Archivé --> choix
  choix --> [*] : fini
  choix --> Brouillon : à refaire
  note right of Brouillon
    Non visible des agents
  end note`,
  class: `classDiagram
  class Article {
    +String id
    +Date expires
    +isExpired() bool
  }
  Article <|-- Procedure
  Article "1" --> "*" Owner : appartient à
  note for Article "Un fichier Markdown"`,
  er: `erDiagram
  CLIENT ||--o{ COMMANDE : passe
  COMMANDE ||--|{ LIGNE : contient
  CLIENT { string nom PK
   string courriel }`,
  gantt: `gantt
  title Plan de révision
  dateFormat YYYY-MM-DD
  section Retours
  Relire :done, a1, 2026-01-01, 10d
  Valider :active, a2, after a1, 5d
  section Paiement
  Écrire :crit, 2026-01-05, 8d
  Jalon :milestone, 2026-01-12, 0d`,
  pie: `pie showData
  title Motifs de contact
  "Colis perdu" : 42
  "Retour" : 30
  "Paiement" : 18
  "Autre" : 10`,
  journey: `journey
  title Parcours du client
  section Commande
    Choisir: 5: Client
    Payer: 3: Client, Agent
  section Livraison
    Attendre: 1: Client`,
  gitgraph: `gitGraph
  commit
  commit id: "brouillon"
  branch relecture
  commit
  checkout main
  merge relecture tag: "v1"`,
  mindmap: `mindmap
  root((Retour))
    Délai
      14 jours
      30 jours
    Motif
      Défaut
      Taille`,
  timeline: `timeline
  title Histoire
  2024 : Base ouverte
  2025 : 439 procédures : 84 % des agents
  2026 : Self-care`,
  quadrant: `quadrantChart
  title Priorités
  x-axis Peu urgent --> Urgent
  y-axis Peu lu --> Très lu
  quadrant-1 Maintenant
  quadrant-2 Planifier
  quadrant-3 Plus tard
  quadrant-4 Vite
  Colis perdu: [0.8, 0.9]
  Retour: [0.3, 0.6]`,
  xychart: `xychart-beta
  title "Contacts par mois"
  x-axis [jan, fev, mar]
  y-axis "Contacts" 0 --> 100
  bar [50, 60, 75]
  line [50, 55, 80]`,
  sankey: `sankey-beta
Appels,Resolus,80
Appels,Transferes,20
Transferes,Resolus,15`,
  requirement: `requirementDiagram
requirement test_req {
id: 1
text: le texte
risk: high
verifymethod: test
}
element test_entity {
type: simulation
}
test_entity - satisfies -> test_req`,
  c4: `C4Context
title Contexte
Person(agent, "Agent", "Répond au client")
System(kb, "Base", "Procédures")
Rel(agent, kb, "Lit")`,
  block: `block-beta
columns 3
a["Client"] b["Agent"] c["Transporteur"]
a --> b`,
  packet: `packet-beta
0-15: "Source"
16-31: "Destination"`,
  kanban: `kanban
  todo[À faire]
    t1[Relire le retour]
  done[Fait]
    t2[Colis perdu]`,
  architecture: `architecture-beta
    group api(cloud)[API]
    service db(database)[Base] in api
    service server(server)[Serveur] in api
    db:L -- R:server`,
  radar: `radar-beta
  axis a["Clarté"], b["Vitesse"], c["Justesse"]
  curve x["2025"]{3,4,2}
  curve y["2026"]{4,4,5}`,
  treemap: `treemap-beta
"Contacts"
  "Livraison": 40
  "Retour": 20`,
};
