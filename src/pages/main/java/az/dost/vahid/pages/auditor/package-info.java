/**
 * The auditor's pages: what looked like misuse, named reports that another auditor releases, and which papers a dossier
 * asked for.
 */
package az.dost.vahid.pages.auditor;
