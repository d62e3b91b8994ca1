/** The program: the entry of {@code vahid.jar}, and the commands of operators. */
package az.dost.vahid.app;
