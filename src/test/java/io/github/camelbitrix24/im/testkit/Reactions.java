package io.github.camelbitrix24.im.testkit;

import java.util.Set;

/** Reactions by their code, of which a user has one at a message: another one takes its place. */
record Reactions(PortalState portal) {

    private static final Set<String> CODES = Set.of("like", "dislike", "faceWithTearsOfJoy", "redHeart", "neutralFace", "fire",
            "cry", "slightlySmilingFace", "winkingFace", "laugh", "kiss", "wonder", "slightlyFrowningFace", "loudlyCryingFace",
            "faceWithStuckOutTongue", "faceWithStuckOutTongueAndWinkingEye", "smilingFaceWithSunglasses", "confusedFace",
            "flushedFace", "thinkingFace", "angry", "smilingFaceWithHorns", "faceWithThermometer", "facepalm", "poo",
            "flexedBiceps", "clappingHands", "raisedHand", "smilingFaceWithHeartEyes", "smilingFaceWithHearts", "pleadingFace",
            "relievedFace", "foldedHands", "okHand", "signHorns", "loveYouGesture", "clownFace", "partyingFace", "questionMark",
            "exclamationMark", "lightBulb", "bomb", "sleepingSymbol", "crossMark", "whiteHeavyCheckMark", "eyes", "handshake",
            "hundredPoints");

    /** @throws RestFailure if the code is unknown, or the user has given this very reaction */
    void add(EmulatedUser user, Message message, String code) {
        if (!CODES.contains(code)) {
            throw notFound();
        }
        if (code.equals(message.reactions.get(user.id))) {
            throw RestFailure.of("REACTION_ALREADY_SET");
        }
        portal.messenger.react(user, message.id, code);
    }

    /** @throws RestFailure if the user has not given this very reaction */
    void delete(EmulatedUser user, Message message, String code) {
        if (!code.equals(message.reactions.get(user.id))) {
            throw notFound();
        }
        portal.messenger.withdraw(user, message.id);
    }

    private static RestFailure notFound() {
        return RestFailure.of("REACTION_NOT_FOUND");
    }
}
