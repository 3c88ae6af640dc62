(function(d){
addEventListener("beforeprint",function(){d.querySelectorAll(".sl details:not([open])").forEach(function(e){e.open=true;e.dataset.slShut=""})});
addEventListener("afterprint",function(){d.querySelectorAll("[data-sl-shut]").forEach(function(e){e.open=false;delete e.dataset.slShut})});
})(document)
