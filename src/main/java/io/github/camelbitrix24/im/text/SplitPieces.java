package io.github.camelbitrix24.im.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.text.SplitPiece.Kind;

/**
 * Finds out where a text may be cut. What is too long to be kept whole, or takes too much to be closed and opened
 * again, is text like any other.
 */
final class SplitPieces {

    private final String text;
    private final List<BbToken> tokens;
    private final int longest;
    private final List<SplitPiece> pieces = new ArrayList<>();
    /** The piece that opens a pair, by the index of the token that does. */
    private final Map<Integer, Integer> opened = new HashMap<>();
    private int overhead;
    private int quotedLine = BbToken.NONE;

    private SplitPieces(String text, int longest) {
        this.text = text;
        this.tokens = BbTokens.of(text);
        this.longest = longest;
    }

    /** @param longest how many characters codes may have that are kept or repeated */
    static List<SplitPiece> of(String text, int longest) {
        SplitPieces found = new SplitPieces(text, longest);
        int at = 0;
        while (at < found.tokens.size()) {
            at = found.add(at) + 1;
        }
        found.endQuotedLine(text.length());
        return found.pieces;
    }

    /** @return the last token that the piece is made of */
    private int add(int at) {
        BbToken token = tokens.get(at);
        switch (token.kind()) {
            case NEW_LINE -> {
                endQuotedLine(token.start());
                piece(Kind.TEXT, token);
            }
            case QUOTE_MARK -> {
                quotedLine = pieces.size();
                pieces.add(new SplitPiece(Kind.OPEN, token.start(), token.end(), ">>", "", BbToken.NONE));
            }
            case OPEN -> {
                return open(at);
            }
            case RULE_OPEN -> {
                String rule = text.substring(token.start(), token.end());
                pair(at, rule + "\n", "\n" + rule);
            }
            case CLOSE, RULE_CLOSE -> close(token);
            case ALONE, LITERAL -> whole(token.start(), token.end());
            default -> piece(Kind.TEXT, token);
        }
        return at;
    }

    private int open(int at) {
        BbToken token = tokens.get(at);
        int end = tokens.get(token.partner()).end();
        if (token.tag().kind() == BbTag.Kind.WHOLE && length(token.start(), end) <= longest && isBalanced(at)) {
            whole(token.start(), end);
            return token.partner();
        }
        pair(at, text.substring(token.start(), token.end()), "[/" + token.tag().code() + "]");
        return at;
    }

    private void pair(int at, String opening, String closing) {
        BbToken token = tokens.get(at);
        SplitPiece piece = new SplitPiece(Kind.OPEN, token.start(), token.end(), opening, closing, BbToken.NONE);
        if (overhead + piece.overhead() > longest) {
            piece(Kind.TEXT, token);
            return;
        }
        overhead += piece.overhead();
        opened.put(at, pieces.size());
        pieces.add(piece);
    }

    private void close(BbToken token) {
        Integer opening = opened.get(token.partner());
        if (opening == null) {
            piece(Kind.TEXT, token);
            return;
        }
        overhead -= pieces.get(opening).overhead();
        pieces.add(new SplitPiece(Kind.CLOSE, token.start(), token.end(), "", "", opening));
    }

    private void endQuotedLine(int at) {
        if (quotedLine != BbToken.NONE) {
            pieces.add(new SplitPiece(Kind.CLOSE, at, at, "", "", quotedLine));
            quotedLine = BbToken.NONE;
        }
    }

    private void whole(int start, int end) {
        pieces.add(new SplitPiece(length(start, end) <= longest ? Kind.WHOLE : Kind.TEXT, start, end));
    }

    private void piece(Kind kind, BbToken token) {
        pieces.add(new SplitPiece(kind, token.start(), token.end()));
    }

    private int length(int start, int end) {
        return text.codePointCount(start, end);
    }

    /** Whether every pair that begins within also ends within. */
    private boolean isBalanced(int opening) {
        int closing = tokens.get(opening).partner();
        for (int i = opening + 1; i < closing; i++) {
            int partner = tokens.get(i).partner();
            if (partner != BbToken.NONE && (partner < opening || partner > closing)) {
                return false;
            }
        }
        return true;
    }
}
