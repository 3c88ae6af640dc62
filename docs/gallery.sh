#!/usr/bin/env bash
# Makes the pictures of docs/gallery.md from the example content. Needs poppler-utils, imagemagick and pngquant.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for design in calm bold warm; do
    cp -r examples/content "$work/$design"
    printf 'brochure:\n  design: %s\n' "$design" >"$work/$design/serviceline.yaml"
    service="$work/$design/services/spine-cancer.yaml"
    flags=()
    if [ "$design" = bold ]; then flags=(--draft); fi
    cargo run --quiet -- build "$service" --out "$work/out-$design" --channel brochure --date 2026-10-01 "${flags[@]}"
    pdf=$(find "$work/out-$design" -name spine-cancer.pdf)
    pdftoppm -r 50 -png -l 6 "$pdf" "$work/$design-page"
    montage "$work/$design"-page-*.png -tile 6x -geometry +4+4 -background '#d8d8d3' "$work/$design.png"
    pngquant --force --strip --output "docs/gallery-$design.png" 64 "$work/$design.png"
done
