/**
 * SPDCI 1.0.0: a social registry and a disability registry, spoken onto the lookups that there are. What stands in
 * which field of the standard is data ({@code spdci/registries.yaml}); who may ask, and what he gets, is decided by the
 * lookup.
 */
package az.dost.vahid.spdci;
