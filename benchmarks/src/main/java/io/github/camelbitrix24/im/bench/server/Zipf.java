package io.github.camelbitrix24.im.bench.server;

import java.util.Arrays;
import java.util.Random;

/**
 * Picks 1..n so that few are picked often and many seldom, as it is with chats: the k-th with a weight of 1/k^skew.
 */
final class Zipf {

    private final double[] cumulated;

    Zipf(int n, double skew) {
        cumulated = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.pow(i + 1, -skew);
            cumulated[i] = sum;
        }
    }

    int next(Random random) {
        double point = random.nextDouble() * cumulated[cumulated.length - 1];
        int found = Arrays.binarySearch(cumulated, point);
        return Math.min(found >= 0 ? found : -found - 1, cumulated.length - 1) + 1;
    }
}
