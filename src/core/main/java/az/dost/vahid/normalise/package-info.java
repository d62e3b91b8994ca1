/** An answer becomes facts: JSLT mappings over one tree, and the functions that they may use. */
package az.dost.vahid.normalise;
