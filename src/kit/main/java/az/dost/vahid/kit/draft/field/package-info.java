/** Fields of an agency's documents, and values of their form. */
package az.dost.vahid.kit.draft.field;
