/** The canonical facts as the kit's commands see them: their schemas, and the words by which agencies call them. */
package az.dost.vahid.check.fact;
