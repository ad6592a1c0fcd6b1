import type { HandoffWords } from "../program-words.ts";

/** Why an invoice stays out of a file and what to know about one that goes, in French; complete by its type. */
export const frenchHandoff: HandoffWords = {
  "export/no-number":
    "{number} ne porte aucun numéro de facture. Corrigez la valeur, et approuvez-la à nouveau.",
  "export/no-customer": "{number} ne nomme aucun client. Corrigez la valeur, et approuvez-la à nouveau.",
  "export/no-supplier": "{number} ne nomme aucun fournisseur. Corrigez la valeur, et approuvez-la à nouveau.",
  "export/not-a-sale":
    "{number} nous est adressée et n’est pas une de nos ventes. Choisissez une cible d’achats.",
  "export/not-a-bill":
    "{number} est une de nos ventes et ne nous est pas adressée. Choisissez une cible de ventes.",
  "export/gross-does-not-add-up":
    "{number} porte {net} net et {tax} de taxe, mais {gross} au total. Corrigez l’un d’eux, et approuvez-la à nouveau.",
  "export/tax-does-not-add-up":
    "La taxe de {number} est de {tax}, mais ses lignes donnent {computed}. Corrigez l’une d’elles, et approuvez-la à nouveau.",
  "export/several-tax-rates":
    "{number} facture la taxe à plusieurs taux, ou à un taux qu’elle ne porte pas ; ce fichier n’en contient qu’un.",
  "export/name-too-long": "« {name} » dépasse les {longest} caractères que cette cible accepte.",
  "export/name-not-writable":
    "« {name} » contient une tabulation, un point-virgule ou un guillemet, que ce fichier ne peut contenir. Les noms ne sont jamais modifiés : corrigez-le dans vos livres et ici.",
  "export/line-uncoded":
    "Rien dans les réglages ne dit où la ligne « {line} » de {number} est comptabilisée. Ajoutez son libellé, ou un compte pour toutes les autres avec « *= ».",
  "export/partner-unmapped": "Les réglages ne donnent aucun compte pour « {name} ». Ajoutez « {name}=… ».",
  "export/foreign-currency": "{number} est en {currency} ; cette cible n’accepte que {base}.",
  "export/too-many-lines": "{number} a plus de {most} lignes, le maximum de cette cible.",
  "export/character-not-encodable":
    "{number} contient « {character} » (dans « {text} »), que l’encodage de ce fichier ne peut contenir. Rien n’est remplacé : corrigez la valeur, et approuvez-la à nouveau.",
  "export/setting-not-valid": "Le réglage « {setting} » n’a pas la forme que veut cette cible.",
  "export/account-not-a-number": "« {account} » n’est pas un numéro de compte de 9 chiffres au plus.",
  "export/account-not-valid": "« {account} » n’est pas un nom de compte valable pour cette cible.",
  "export/amount-too-large": "Le montant {amount} de {number} n’entre pas dans cette cible.",
  "export/retention-not-taken":
    "{number} garde une retenue de garantie ou à la source, ce qu’une facture électronique de cette norme ne peut dire.",
  "export/no-template": "Chargez d’abord le modèle de votre système, dans les réglages.",
  "export/template-without":
    "Le modèle n’a pas de colonne pour « {field} », sans laquelle {number} serait fausse.",
  "export/no-currency": "{number} ne porte aucune devise. Corrigez la valeur, et approuvez-la à nouveau.",
  "export/no-issue-date":
    "{number} ne porte aucune date de facture. Corrigez la valeur, et approuvez-la à nouveau.",
  "export/no-due-date":
    "{number} n’a pas d’échéance, et ses conditions n’en donnent pas. Corrigez la valeur, et approuvez-la à nouveau.",
  "export/no-lines": "{number} n’a pas de ligne, et cette cible n’accepte pas de facture sans ligne.",
  "export/no-total": "{number} ne porte aucun total. Corrigez la valeur, et approuvez-la à nouveau.",
  "export/line-without-amount":
    "La ligne {line} de {number} n’a pas de montant. Corrigez la valeur, et approuvez-la à nouveau.",
  "export/lines-do-not-add-up":
    "Les lignes de {number} donnent {lines}, mais son total net est {net}. Corrigez l’un d’eux, et approuvez-la à nouveau.",
  "export/undecided-value":
    "{number} porte une valeur qui n’a pas pu être tranchée ({field}). Corrigez-la, et approuvez la facture à nouveau.",
  "export/prices-include-tax":
    "{number} porte des prix toutes taxes comprises, que cette cible n’accepte pas.",
  "export/proforma": "{number} est une facture pro forma ; la comptabilité n’en prend pas.",
  "export/credit-note-not-taken":
    "{number} est un avoir, et cette cible n’accepte que des factures. Saisissez-le à la main.",
  "export/number-too-long": "{number} dépasse les {longest} caractères que cette cible accepte.",
  "export/number-twice": "Le numéro {number} est deux fois dans ce lot. Cette cible réunirait les deux.",
  "export/tax-rate-unmapped":
    "{number} a le taux de taxe {rate}, qui n’est associé à aucune taxe de cette cible. Indiquez son nom dans les options.",
  "export/unsafe-name":
    "« {name} » commence comme une formule, qu’un tableur exécuterait. Corrigez la valeur, et approuvez-la à nouveau.",
  "export/due-date-computed":
    "L’échéance de {numbers} n’est pas imprimée ; elle a été calculée d’après les conditions.",
  "export/line-collapsed":
    "Certaines lignes de {numbers} sortent avec une quantité de 1 et leur montant entier : quantité et prix ne le donnent pas exactement.",
  "export/bills-may-come-twice":
    "{target} reprend la même facture quand un fichier est importé deux fois. Importez-le une fois, et relisez-le ici.",
  "export/posts-again-when-repeated":
    "{target} comptabilise tout à nouveau quand un fichier est importé deux fois. Importez-le une fois, et relisez-le ici.",
  "export/iif-back-up-first":
    "L’import d’IIF demande le mode mono-utilisateur et ne s’annule pas. Sauvegardez d’abord le fichier de société.",
  "export/iif-credit-signs-unconfirmed":
    "Les signes des avoirs dans IIF découlent de sa règle d’équilibre ; l’éditeur ne les donne pas. Regardez le premier après l’import.",
  "export/reference-cut": "Les numéros de commande de plus de {longest} caractères sont coupés.",
  "export/quickbooks-bills-outside-us":
    "QuickBooks Online n’importe les factures d’achat que hors des États-Unis. Un même numéro de deux fournisseurs va dans deux fichiers.",
  "export/tax-not-written":
    "Les taxes ne sont pas dans le fichier ; {target} les calcule d’après ses propres réglages.",
  "export/netsuite-add-or-update":
    "Choisissez « Add or Update » dans l’assistant d’import, et associez l’identifiant externe : un second import met alors à jour au lieu de doubler.",
  "export/sage-transactions-only":
    "Sage 50 prend des écritures, non des factures d’articles : une par compte et par code de taxe.",
  "export/datev-not-in-excel": "N’ouvrez pas le fichier dans un tableur : il détruit des dates comme 0109.",
  "export/number-changed": "DATEV accepte peu de signes dans un numéro ; ceux-ci sont modifiés : {numbers}.",
  "export/zoho-numbering":
    "Dans Zoho, désactivez la numérotation automatique avant l’import, et relevez ensuite le prochain numéro.",
  "export/myob-compare-own-export":
    "MYOB ne publie pas ce fichier. Comparez ses colonnes à un de vos exports avant le premier import.",
  "export/template-columns-empty": "Ces colonnes du modèle restent vides : {columns}.",
  "export/xero-arrives-as-draft": "Xero prend ces factures comme brouillons. Approuvez-les là-bas.",
  "export/choose-tax-exclusive": "À l’import, choisissez « Tax Exclusive » : les montants sont hors taxe.",
  "export/xero-credit-by-negative-total":
    "Les avoirs sortent comme des factures à total négatif, comme Xero les veut.",
  "export/quickbooks-custom-numbers":
    "Dans QuickBooks, activez « Custom transaction numbers », sinon les factures reçoivent de nouveaux numéros.",
  "export/quickbooks-tax-not-imported":
    "QuickBooks ne prend pas les montants de taxe d’un fichier ; il les calcule d’après les noms des taxes.",
};
