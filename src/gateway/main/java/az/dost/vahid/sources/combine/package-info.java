/** Answers become one dossier: a rule for each fact, conflicts kept with all their sources. */
package az.dost.vahid.sources.combine;
