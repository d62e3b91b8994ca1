/** Facts of a dossier in words. */
package az.dost.vahid.pages.fact;
