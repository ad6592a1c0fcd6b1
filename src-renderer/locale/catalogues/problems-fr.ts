import type { ProblemWords } from "../program-words.ts";

/** What could not be done and what to do about it, in French. */
export const frenchProblems: ProblemWords = {
  cancelled: "Annulé. Ce qui était fini avant reste ; rien n’est fait à moitié.",
  "import/missing": "« {file} » n’existe pas. Vérifiez l’orthographe du chemin, et donnez-le à nouveau.",
  "import/no-permission":
    "« {file} » ne peut pas être lu par cet utilisateur. Changez ses droits ou copiez-le dans un dossier à vous, et donnez-le à nouveau.",
  "import/not-a-file":
    "« {file} » n’est ni un fichier ni un dossier (un périphérique, une socket ou un tube). Donnez le document lui-même.",
  "import/link-loop":
    "« {file} » est un lien qui ramène dans un dossier déjà lu. Il a été laissé de côté ; les documents eux-mêmes ont été lus une fois.",
  "import/broken-link":
    "« {file} » est un lien dont la cible n’existe pas. Donnez le document lui-même, ou réparez le lien.",
  "import/file-too-large":
    "« {file} » fait {megabytes} Mo ; jusqu’à {limit} Mo sont lus. Partagez le document, ou enregistrez-le sans images, et donnez les parties.",
  "import/too-many-files":
    "« {file} » contient plus de {limit} fichiers. Donnez ses dossiers l’un après l’autre.",
  "import/changed-while-reading":
    "« {file} » a changé pendant la lecture. Fermez le programme qui l’écrit, et donnez-le à nouveau.",
  "import/read-failed":
    "« {file} » n’a pas pu être lu sur le disque ({reason}). Copiez-le sur cette machine, et donnez-le à nouveau.",
  "import/system-file":
    "« {file} » est un fichier du système ou d’un programme ouvert, pas un document. Rien à faire.",
  "import/invalid-path":
    "« {file} » n’est pas un nom de fichier utilisable. Renommez-le, et donnez-le à nouveau.",
  "import/too-deep":
    "« {file} » se trouve à plus de {limit} dossiers de profondeur. Donnez son dossier directement.",
  "vault/wrong-passphrase":
    "La phrase secrète n’ouvre pas cet espace. Vérifiez le clavier et les majuscules, ou prenez la clé de secours. Rien n’a été changé.",
  "vault/wrong-recovery-key":
    "La clé de secours n’ouvre pas cet espace. Comparez-la à celle imprimée, groupe par groupe. Rien n’a été changé.",
  "vault/malformed-recovery-key":
    "Une clé de secours a {groups} groupes de lettres et de chiffres. Comparez-la à celle imprimée. Rien n’a été changé.",
  "vault/key-store-empty":
    "Le trousseau de cette machine ne contient pas la clé de cet espace. Ouvrez-le avec la phrase secrète ou la clé de secours.",
  "vault/key-store-unavailable":
    "Cette machine n’a pas de trousseau qui protège les clés. Ouvrez l’espace avec la phrase secrète.",
  "vault/not-a-workspace":
    "« {location} » n’est pas un espace : son fichier de clé n’est pas là. Choisissez le dossier qui contient « {keyFile} ».",
  "vault/exists": "« {location} » contient déjà un espace. Ouvrez-le, ou choisissez un dossier vide.",
  "vault/folder-not-empty":
    "« {location} » contient d’autres fichiers. Choisissez un dossier vide ou nouveau pour l’espace.",
  "vault/locked-by-other":
    "Cet espace est ouvert dans un autre Countersign (processus {process}). Fermez-le là d’abord.",
  "vault/key-file-damaged":
    "Le fichier de clé « {keyFile} » est abîmé. Restaurez-le d’une sauvegarde du dossier, puis ouvrez l’espace à nouveau. Rien n’a été changé.",
  "vault/database-damaged":
    "La base de données de l’espace est abîmée. Rien n’a été changé. Restaurez la copie la plus récente depuis « {backups} », puis ouvrez l’espace à nouveau.",
  "vault/newer-version":
    "Cet espace a été écrit par un Countersign plus récent (format {found} ; celui-ci connaît {known}). Ouvrez-le avec la version plus récente.",
  "vault/folder-unusable":
    "« {location} » ne peut pas être écrit ({reason}). Choisissez un autre dossier pour l’espace.",
  "vault/disk-full":
    "Le disque est plein, le changement n’a pas été gardé. Libérez de la place, et recommencez ; tout ce qui précède est en sûreté.",
  "vault/write-failed":
    "Le changement n’a pas pu être gardé ({reason}). Rien n’est fait à moitié ; tout ce qui précède est en sûreté.",
  "vault/original-damaged":
    "L’original gardé de « {file} » ne correspond pas à son empreinte. Importez le document à nouveau.",
  "vault/passphrase-missing":
    "Un espace a besoin de sa phrase secrète. Réglez COUNTERSIGN_PASSPHRASE, ou donnez --passphrase-file FICHIER.",
  "workspace/none": "Aucun espace n’est ouvert. Créez-en un, ou ouvrez l’exemple.",
  "workspace/locked": "L’espace est verrouillé. Ouvrez-le avec sa phrase secrète.",
  "workspace/changed-elsewhere":
    "L’espace a été changé au même moment. Rechargez la liste, et répétez l’étape.",
  "call/unknown-method":
    "L’appel « {method} » n’existe pas. Cette fenêtre et le programme sont de versions différentes ; redémarrez les deux.",
  "call/invalid-input": "« {method} » a été appelé avec une valeur qu’il ne prend pas : {path} ({reason}).",
  "call/not-offered": "Cette enveloppe ne sait pas faire « {method} » : {reason}.",
  "call/too-large":
    "Les fichiers sont trop gros pour une seule étape ({megabytes} Mo ; jusqu’à {limit} Mo). Importez-les par groupes plus petits.",
  "call/defect":
    "Quelque chose ne va pas dans le programme lui-même, pas dans vos documents. Rien n’est fait à moitié. Signalez ce numéro : {incident}.",
  "decide/unknown-document": "Le document « {id} » n’est pas dans cet espace. Rechargez la liste.",
  "decide/unknown-invoice": "La facture « {id} » n’est pas dans cet espace. Rechargez la file.",
  "decide/unknown-term": "La clause « {id} » n’est pas dans cet espace. Rechargez les contrats.",
  "decide/unknown-agreement": "Le contrat « {id} » n’est pas dans cet espace. Rechargez les contrats.",
  "decide/unknown-finding":
    "Le constat « {id} » n’est plus là ; les contrôles ont tourné à nouveau. Rouvrez la facture.",
  "decide/unknown-line": "La facture {id} n’a pas de ligne « {line} ». Rouvrez la facture.",
  "decide/invalid-term": "La valeur ne convient pas à une clause de type « {type} » : {reason}.",
  "decide/invalid-value": "« {value} » n’est pas une valeur pour « {field} » : {reason}.",
  "decide/ambiguous-value":
    "« {value} » peut vouloir dire {first} ou {second}. Écrivez les décimales, ou 2026-11-30, pour qu’il n’y ait qu’un sens.",
  "decide/unknown-field": "Une facture n’a pas de champ « {field} » à corriger.",
  "decide/blocked":
    "{number} est bloquée par un constat. Corrigez-la, renvoyez-la ou écartez le constat avec une raison avant de l’approuver.",
  "decide/reason-needed": "{number} a des constats ouverts. Dites pourquoi elle est approuvée tout de même.",
  "decide/already-exported":
    "{number} a déjà été remise. Annulez d’abord l’export ; ce qui a quitté la machine ne peut pas être défait.",
  "decide/already-approved": "{number} est déjà approuvée.",
  "decide/not-approved": "{number} n’est pas approuvée et ne peut pas entrer dans un lot.",
  "decide/already-in-batch": "{number} est déjà dans le lot {batch}.",
  "decide/changed-since-approval":
    "{number} n’est plus ce qui a été approuvé : un document, une clause ou un constat a changé depuis. Regardez-la à nouveau.",
  "decide/in-use": "« {file} » appartient à une facture remise. Il reste dans l’espace.",
  "decide/nothing-to-undo": "Il n’y a rien à annuler.",
  "decide/nothing-to-redo": "Il n’y a rien à rétablir.",
  "decide/unknown-step": "Cette étape n’est plus dans l’historique. Rechargez l’historique.",
  "decide/cannot-undo":
    "« {label} » ne peut pas être défait : ses fichiers ont quitté la machine. Annulez plutôt l’export.",
  "decide/answer-malformed":
    "Ce n’est pas un fichier de réponse de Countersign. Donnez le fichier dont le nom commence par « answer- », sans changement.",
  "decide/answer-without-question":
    "Cette réponse n’appartient à aucune question de cet espace, ou sa question a été reprise.",
  "decide/answer-known": "Cette réponse a déjà été reçue.",
  "decide/answer-not-signed":
    "La signature ne va pas avec cette réponse : elle a été changée, ou ne vient pas de la personne interrogée. Elle n’a pas été reçue.",
  "decide/unknown-cause":
    "Plus rien ne repose sur cette cause ; les contrôles ont tourné à nouveau, ou elle a été levée. Rechargez la file.",
  "decide/four-eyes-bank":
    "{number} nomme un autre compte bancaire qu’avant ; une seconde personne doit l’approuver. {actor} l’a approuvée d’abord.",
  "decide/four-eyes":
    "{number} dépasse {limit} ; une seconde personne doit l’approuver. {actor} l’a approuvée d’abord.",
  "export/unknown-batch": "Le lot « {id} » n’est pas dans cet espace. Approuvez d’abord le lot.",
  "export/unknown-target": "La cible « {id} » n’existe pas. Les cibles sont : {targets}.",
  "export/unknown-export": "L’export « {id} » n’est pas dans cet espace.",
  "export/already-handed-over":
    "{number} a déjà été remise (export {export}). Une facture part une fois ; annulez d’abord cet export.",
  "export/same-paper-handed-over":
    "Une facture avec le numéro, la date et le vendeur de {number} a déjà été remise (export {export}).",
  "export/same-paper-in-batch":
    "{number} est deux fois dans ce lot, en deux documents d’un même vendeur, numéro et date. Décidez lequel est le bon.",
  "export/original-damaged":
    "L’original gardé de « {file} », sur lequel repose {number}, ne correspond pas à son empreinte. Importez-le à nouveau, et approuvez le cas à nouveau.",
  "export/invoice-changed":
    "{number} n’est plus ce qui a été approuvé : une valeur de la facture a changé depuis. Regardez-la à nouveau.",
  "export/terms-changed":
    "{number} n’est plus ce qui a été approuvé : les clauses de son contrat ont changé depuis. Regardez-la à nouveau.",
  "export/files-changed":
    "{number} n’est plus ce qui a été approuvé : un de ses fichiers est un autre depuis. Regardez-la à nouveau.",
  "export/unfinished":
    "{number} appartient à l’export {export}, commencé et non fini. Cherchez ses fichiers ; s’ils ne sont pas là, annulez-le et exportez à nouveau.",
  "export/nothing-to-write":
    "Aucune facture de ce lot ne peut aller à {target}. Le plan nomme chacune avec sa raison.",
  "export/folder-unusable": "« {directory} » ne peut pas être écrit ({reason}). Choisissez un autre dossier.",
  "export/file-exists":
    "« {file} » est déjà là. Choisissez un dossier vide, ou déplacez le fichier ; rien n’a été écrasé.",
  "export/already-voided": "Cet export a déjà été annulé.",
  "audit/unreadable":
    "Le journal d’audit ne peut pas être lu. Restaurez la copie la plus récente des sauvegardes de l’espace.",
  "policy/invalid": "Les règles ne sont pas utilisables : {path} ({reason}). Rien n’a été changé.",
  "mapping/no-table": "« {file} » ne contient pas de tableau dont les colonnes pourraient être nommées.",
  "mapping/no-titles": "La ligne des titres est vide. Choisissez la ligne qui les contient.",
  "mapping/invalid":
    "L’affectation des colonnes n’est pas utilisable : {path} ({reason}). Rien n’a été changé.",
  "mapping/unreadable": "Le fichier d’affectation « {file} » ne peut pas être lu : {reason}.",
  "policy/unreadable": "Le fichier des règles « {file} » ne peut pas être lu : {reason}.",
  "money/malformed-decimal": "« {text} » n’est pas un nombre comme 1234.50.",
  "money/decimal-too-long": "« {text} » est plus long que tout montant.",
  "money/unknown-currency": "« {code} » n’est pas une devise d’ISO 4217 comme USD.",
  "time/malformed-date": "« {text} » n’est pas un jour comme 2026-11-30.",
  "time/no-such-day": "Ce jour n’existe pas au calendrier. Vérifiez la date.",
  "time/malformed-instant": "« {text} » n’est pas une heure comme 2026-11-30T09:00:00Z.",
  "time/period-reversed": "La période finit avant de commencer. Vérifiez les deux dates.",
  "sample/missing": "Les documents de l’exemple ne font pas partie de cette installation.",

  "read/empty-file": "« {file} » est vide (0 octet). Redemandez-le, ou exportez-le à nouveau.",
  "read/unknown-format":
    "« {file} » est d’un genre qui n’est pas lu ({mediaType}). Enregistrez-le en PDF avec texte, DOCX, ODT, XLSX, ODS, CSV, texte ou UBL, et donnez-le à nouveau.",
  "read/too-large":
    "« {file} » est plus gros que ce qui peut être lu. Partagez le document, et donnez les parties.",
  "read/reader-failed":
    "« {file} » n’a pas pu être lu : son lecteur ({reader}) s’est arrêté sur une erreur. Les autres fichiers ne sont pas touchés. Enregistrez-le à nouveau, et donnez le nouveau fichier.",
  "read/no-content":
    "« {file} » ne contient ni texte ni valeurs. Demandez une copie complète, et donnez-la à nouveau.",
  "read/not-text":
    "« {file} » porte un nom de texte mais contient autre chose. Ouvrez-le dans son programme, enregistrez-le en PDF ou en texte, et donnez-le à nouveau.",
  "read/unknown-encoding":
    "« {file} » est écrit dans un codage inconnu. Enregistrez-le en UTF-8, et donnez-le à nouveau.",
  "read/open-quote":
    "« {file} » a un guillemet jamais refermé, ses lignes ne peuvent pas être séparées. Exportez-le à nouveau, et donnez le nouveau fichier.",
  "read/too-many-cells":
    "« {file} » contient plus de cellules que ce qui peut être lu. Partagez le tableau, et donnez les parties.",
  "read/formula-without-value":
    "« {file} » contient des formules dont les résultats n’ont jamais été enregistrés. Ouvrez-le dans un tableur, enregistrez-le, et donnez-le à nouveau.",
  "read/pdf-encrypted":
    "« {file} » est protégé par un mot de passe. Enregistrez une copie sans mot de passe, et donnez-la.",
  "read/pdf-damaged":
    "« {file} » est un PDF abîmé. Redemandez-le, ou ouvrez-le et imprimez-le dans un nouveau PDF, et donnez celui-ci.",
  "read/pdf-truncated":
    "« {file} » est coupé : sa fin manque. Ce qui était là a été lu. Demandez le fichier entier, et donnez-le à nouveau.",
  "read/pdf-too-heavy":
    "« {file} » se déplie bien au-delà d’un document de sa taille ; il est peut-être fait pour nuire. Demandez une autre copie, ou imprimez-le dans un nouveau PDF, et donnez celui-ci.",
  "read/no-text-layer":
    "« {file} » est un scan ou une image sans texte. Demandez le PDF d’origine, ou passez-y la reconnaissance de texte, et donnez le résultat.",
  "read/untrusted-text":
    "« {file} » a un texte auquel on ne peut pas se fier : ce qu’une personne voit sur la page n’est pas ce qu’il dit. Demandez une autre copie, ou imprimez-le et scannez-le avec reconnaissance de texte.",
  "read/too-many-pages":
    "« {file} » a plus de pages que ce qui peut être lu. Partagez le document, et donnez les parties.",
  "read/too-many-words":
    "« {file} » contient plus de mots que ce qui peut être lu. Partagez le document, et donnez les parties.",
  "read/office-damaged":
    "« {file} » est un document Office abîmé. Ouvrez-le dans son programme, enregistrez-le à nouveau, et donnez le nouveau fichier.",
  "read/xml-doctype":
    "« {file} » déclare un type de document (DOCTYPE), dont les factures n’ont pas besoin et qui peut cacher un danger. Demandez-le sans.",
  "read/xml-malformed":
    "« {file} » n’est pas un XML bien formé. Redemandez-le, ou exportez-le à nouveau, et donnez le nouveau fichier.",
  "read/xml-too-deep":
    "« {file} » imbrique ses éléments plus profondément que toute facture. Exportez-le à nouveau, et donnez le nouveau fichier.",
  "read/xml-too-many-attributes":
    "« {file} » a un élément avec plus d’attributs que toute facture. Exportez-le à nouveau, et donnez le nouveau fichier.",
  "read/zip-bomb":
    "« {file} » se déplie bien au-delà de sa taille ; il est peut-être fait pour nuire. Ne l’ouvrez que si vous vous fiez à l’expéditeur, et donnez ses documents un par un.",
  "read/zip-damaged":
    "« {file} » est une archive abîmée. Redemandez-la, ou enregistrez-la à nouveau, et donnez le nouveau fichier.",
  "read/zip-encrypted":
    "« {file} » est protégé par un mot de passe. Enregistrez une copie sans mot de passe, et donnez-la.",
  "read/zip-unsafe-name":
    "« {file} » contient un fichier dont le nom sort de son dossier ; il est peut-être fait pour nuire. Demandez à l’expéditeur les documents eux-mêmes.",
  "read/zip-unsupported":
    "« {file} » est compressé d’une façon qui n’est pas lue. Décompressez-le, et donnez les documents qu’il contient.",
  "read/ofx-malformed":
    "« {file} » n’est pas un fichier OFX lisible. Téléchargez-le à nouveau de la banque, et donnez le nouveau fichier.",
  "read/json-malformed":
    "« {file} » n’est pas un JSON bien formé. Exportez-le à nouveau, et donnez le nouveau fichier.",
  "read/signed-broken":
    "« {file} » est un fichier signé, mais ce qui a été signé n’y est pas ou est coupé. Demandez le fichier qu’il contient, sans sa signature.",
  "read/mail-damaged":
    "« {file} » est un courriel abîmé. Enregistrez-le à nouveau depuis la messagerie, et donnez le nouveau fichier.",
  "read/too-many-attachments":
    "« {file} » a plus de pièces jointes que ce qui est pris. Enregistrez ses documents, et donnez-les un par un.",
  "read/picture-damaged":
    "« {file} » est une image qui ne s’ouvre pas. Scannez-la ou enregistrez-la à nouveau en PDF, PNG ou JPEG, et donnez le résultat.",
  "read/picture-format":
    "« {file} » est une image {format}, un genre qui n’est pas lu ici. Enregistrez-la en JPEG, PNG ou PDF, et donnez-la ; un téléphone fait des images JPEG quand son appareil est réglé sur « le plus compatible ».",
  "read/time-limit":
    "« {file} » a demandé plus de {seconds} secondes de lecture et a été arrêté. Enregistrez-le à nouveau (imprimez-le en PDF, ou exportez-le), et donnez le nouveau fichier.",
  "read/memory-limit":
    "« {file} » a demandé plus de {megabytes} Mo de mémoire et a été arrêté. Partagez le document, ou enregistrez-le à nouveau, et donnez-le à nouveau.",
  "read/crashed":
    "« {file} » a fait s’arrêter son lecteur. Les autres fichiers ne sont pas touchés. Enregistrez-le à nouveau (imprimez-le en PDF, ou exportez-le), et donnez le nouveau fichier.",
  "read/answer-too-large":
    "« {file} » contient plus de texte que ce qui peut être gardé ({megabytes} Mo). Partagez le document, et donnez les parties.",
  "read/invalid-answer":
    "« {file} » n’a pas pu être lu : son lecteur a donné une réponse qui n’a pas de sens. Enregistrez-le à nouveau, et donnez le nouveau fichier.",
  "normalize/undecided-amount":
    "« {file} » imprime « {printed} » pour {field}, ce qui se lit de plusieurs façons ou d’aucune. Rien n’a été supposé : regardez le document, et corrigez la valeur dans l’examen.",
  "normalize/no-records":
    "« {file} » ressemble à une liste de relevés, mais aucune ligne n’a pu être lue. Vérifiez que sa première ligne nomme les colonnes, et donnez-le à nouveau.",
  "normalize/no-statement":
    "« {file} » est un fichier bancaire sans compte. Téléchargez à nouveau le relevé de la banque, et donnez le nouveau fichier.",
  "normalize/control-total-differs":
    "« {file} » indique un total de contrôle de {stated}, mais ses mouvements font {computed}. Il est peut-être coupé ou changé : téléchargez-le à nouveau de la banque.",
  "normalize/two-customers-one-number":
    "« {file} » a des lignes d’un même numéro de facture avec deux clients. Corrigez l’export, et donnez-le à nouveau.",
};
