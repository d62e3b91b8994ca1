/** What registers are asked to mend. */
package az.dost.vahid.pages.register;
