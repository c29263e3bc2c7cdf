package io.github.camelbitrix24.im.testkit;

import java.util.List;

/** A page of a list method: the envelope names how many there are on all pages, and where the next one starts. */
record Listing(List<?> items, int total) {

    static final int PAGE = 50;
}
