/** The first draft of a connector, made from an agency's contract or from a sample of its file. */
package az.dost.vahid.kit.draft;
