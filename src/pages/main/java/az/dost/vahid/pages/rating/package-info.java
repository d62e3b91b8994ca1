/**
 * Where whoever holds a slip rates how he was served, without a login, and where the manager of a centre reads what was
 * said.
 */
package az.dost.vahid.pages.rating;
