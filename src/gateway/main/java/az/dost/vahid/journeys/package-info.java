/** What Vahid does for those who ask, one package a journey. */
package az.dost.vahid.journeys;
