/**
 * The integrator's kit: commands that make, check, try and compare one agency's folder, without any Java of the
 * integrator's.
 */
package az.dost.vahid.kit;
