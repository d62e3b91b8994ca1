/** What each agency keeps about the people of the demonstration. */
package az.dost.vahid.mock.register;
