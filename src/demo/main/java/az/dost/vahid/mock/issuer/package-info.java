/** The authorization server of the demonstration, which gives the tokens of its people and systems. */
package az.dost.vahid.mock.issuer;
