/** What a new version of an agency's contract breaks, by what one connector sends and reads. */
package az.dost.vahid.kit.diff;
