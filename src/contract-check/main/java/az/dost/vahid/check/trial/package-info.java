/** The gateway's own way to one agency, as the kit tries it: the gateway gives it by {@code META-INF/services}. */
package az.dost.vahid.check.trial;
