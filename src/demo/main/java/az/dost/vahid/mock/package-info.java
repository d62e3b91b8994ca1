/** The twenty agencies of the demonstration: the only thing that pretends, and nothing of {@code vahid.jar}. */
package az.dost.vahid.mock;
