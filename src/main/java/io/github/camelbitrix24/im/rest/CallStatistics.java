package io.github.camelbitrix24.im.rest;

import io.github.camelbitrix24.im.budget.BudgetState;

/**
 * What somebody's calls have come to so far.
 */
public interface CallStatistics {

    /** How many requests were made. */
    long requests();

    /** The budget of the portal, which all who call it share. */
    BudgetState budget();

    /** How many times the access token was refreshed, for all who use it; 0 without one. */
    long refreshes();
}
