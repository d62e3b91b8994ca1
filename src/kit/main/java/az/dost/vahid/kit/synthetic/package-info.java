/** Real replies made synthetic: nothing that was in them is left, but the same stays the same. */
package az.dost.vahid.kit.synthetic;
