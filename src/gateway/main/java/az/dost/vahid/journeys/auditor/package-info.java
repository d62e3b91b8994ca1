/**
 * What auditors see beside hits: an official's thirty days, named reports that another one releases, and verdicts of
 * papers by dossier.
 */
package az.dost.vahid.journeys.auditor;
