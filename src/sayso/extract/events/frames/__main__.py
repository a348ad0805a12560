"""`python -m sayso.extract.events.frames`: checks every frame and its example, and counts them."""

from __future__ import annotations

import sys
from collections import Counter

from sayso.extract.events.frames.lexicon import lexicon


def main() -> int:
    """Count the frames by root; a frame that is wrong stops it with its file and number."""
    frames = lexicon().frames
    counts = Counter(frame.root for frame in frames)
    modes = {(frame.root, frame.mode) for frame in frames if frame.mode}
    sys.stdout.writelines(f"{root:10} {count}\n" for root, count in sorted(counts.items()))
    sys.stdout.write(f"{len(frames)} frames, {len(modes)} modes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
