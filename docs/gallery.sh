#!/usr/bin/env bash
# Makes the pictures of docs/gallery.md from the example content. Needs poppler-utils, imagemagick and pngquant.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# picture NAME DESIGN FORMAT FILE COLUMNS [DPI]: all pages of one of the files that a design and a format come to.
picture() {
    local name=$1 design=$2 format=$3 file=$4 columns=$5 dpi=${6:-50}
    cp -r examples/content "$work/$name"
    printf 'brochure:\n  design: %s\n' "$design" >"$work/$name/serviceline.yaml"
    # The example names the sections of its tri-fold's panels; the other formats print what their own map names.
    if [ "$format" != trifold-letter ]; then
        printf '  format: %s\n' "$format" >>"$work/$name/serviceline.yaml"
        sed -i '/^  panels:/,/^[^ ]/{/^  panels:/d;/^    /d}' "$work/$name/services/spine-cancer.yaml"
    fi
    cargo run --quiet -- build "$work/$name/services/spine-cancer.yaml" --out "$work/out-$name" \
        --channel brochure --channel press --date 2026-10-01 >/dev/null
    pdftoppm -r "$dpi" -png "$work/out-$name/spine-cancer/en-US/$file.pdf" "$work/$name-page"
    montage "$work/$name"-page-*.png -tile "${columns}x" -geometry +4+4 -background '#d8d8d3' "$work/$name.png"
    pngquant --force --strip --output "docs/gallery-$name.png" 64 "$work/$name.png"
}

for design in calm bold warm; do
    picture "$design" "$design" trifold-letter spine-cancer 6
done
picture zfold bold zfold-letter spine-cancer 6
picture halffold calm halffold-letter spine-cancer 4
picture rack warm rack-4x9 spine-cancer 2
picture handout warm handout-letter spine-cancer 4 40
picture large-print calm large-print-letter spine-cancer 8 24
picture press warm trifold-letter spine-cancer-press 1
