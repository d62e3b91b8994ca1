/** Answers that come later: a lookup whose agency was silent is asked again, and its requester is told. */
package az.dost.vahid.journeys.follow;
