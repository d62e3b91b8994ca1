/** The agencies: their calls and file drops, what they say together, and which paper it replaces. */
package az.dost.vahid.sources;
