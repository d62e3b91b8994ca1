/**
 * The ground floor of words: a question, an agency's answer, its verdict and reason, the evidence. It uses no other
 * package.
 */
package az.dost.vahid.answer;
