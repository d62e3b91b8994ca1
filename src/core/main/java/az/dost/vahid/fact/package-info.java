/**
 * Facts held to their definitions in {@code contracts/dossier.schema.json}: what an agency says is checked before it is
 * believed.
 */
package az.dost.vahid.fact;
