/**
 * The gateway: it starts, reads its settings and carries out commands. What it does stands in the packages below, one a
 * capability.
 */
package az.dost.vahid.app;
